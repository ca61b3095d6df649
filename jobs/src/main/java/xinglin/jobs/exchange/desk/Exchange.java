package xinglin.jobs.exchange.desk;

import xinglin.jobs.exchange.answer.PackageAnswers;

/** What a load needs to exchange packages with partner regions. */
public record Exchange(PackageDesk desk, PackageContents contents, PackageAnswers answers) {}

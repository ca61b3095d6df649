package xinglin.jobs.waive;

/** An error of a submission with a form, as published. */
public record WaivableError(String submissionId, String code, Waiver.Place place) {}

package xinglin.jobs.waive;

/** An error of a rejected submission, as published. */
public record WaivableError(
    String submissionId, String code, Waiver.Place place, String message, String messageEn) {}

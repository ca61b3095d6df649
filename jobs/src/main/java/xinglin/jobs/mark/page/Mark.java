package xinglin.jobs.mark.page;

import xinglin.schemas.finding.Severity;

/**
 * One place to be coloured and commented on.
 *
 * @param severity the worst of its findings
 * @param text what the comment says
 */
public record Mark(Spot spot, Severity severity, String text) {}

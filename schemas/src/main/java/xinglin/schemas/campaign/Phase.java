package xinglin.schemas.campaign;

import xinglin.schemas.value.Period;

/** A part of a campaign that reports on its own. */
public record Phase(String id, String zh, String en, Period period) {}

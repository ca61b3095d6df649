package xinglin.jobs.answer;

import xinglin.warehouse.decide.JudgedDelivery;
import xinglin.warehouse.raw.Envelope;

/** A delivery as it came and what became of it. */
record Judged(Envelope envelope, JudgedDelivery judged) {}

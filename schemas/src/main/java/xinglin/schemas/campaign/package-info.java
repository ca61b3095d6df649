/** Campaigns: their window, phases, and which form is expected from whom by when. */
@org.jspecify.annotations.NullMarked
package xinglin.schemas.campaign;

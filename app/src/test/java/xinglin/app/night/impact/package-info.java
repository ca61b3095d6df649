/** Forecasts of changed rules, compared with what the rules do once they hold. */
@org.jspecify.annotations.NullMarked
package xinglin.app.night.impact;

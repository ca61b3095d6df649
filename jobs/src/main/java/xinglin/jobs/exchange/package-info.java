/**
 * Packages to and from partner regions, as docs/spec fixes them: {@link xinglin.jobs.exchange.seal}
 * signs and encrypts, {@link xinglin.jobs.exchange.pack} packs and checks, {@link
 * xinglin.jobs.exchange.stream} keeps the order, {@link xinglin.jobs.exchange.answer} answers.
 */
@NullMarked
package xinglin.jobs.exchange;

import org.jspecify.annotations.NullMarked;

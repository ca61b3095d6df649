/**
 * The commands, one class each. Their texts stand in {@code xinglin/app/texts.properties} (Chinese)
 * and {@code texts_en.properties}.
 */
@NullMarked
package xinglin.app.command;

import org.jspecify.annotations.NullMarked;

/** Commands about forms: which there are, trying a definition out, editors, blanks, changes. */
@NullMarked
package xinglin.app.command.form;

import org.jspecify.annotations.NullMarked;

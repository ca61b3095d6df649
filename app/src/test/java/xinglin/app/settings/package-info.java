/** What an operator may set. */
@NullMarked
package xinglin.app.settings;

import org.jspecify.annotations.NullMarked;

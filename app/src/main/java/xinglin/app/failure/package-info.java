/** Why a command did not do what it was asked for. */
@org.jspecify.annotations.NullMarked
package xinglin.app.failure;

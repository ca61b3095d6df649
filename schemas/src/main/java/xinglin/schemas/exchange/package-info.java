/** What partners exchange: layouts of penalty records as data, and how their texts are read. */
@org.jspecify.annotations.NullMarked
package xinglin.schemas.exchange;

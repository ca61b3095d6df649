package xinglin.schemas.recognise;

import xinglin.schemas.form.Item;
import xinglin.schemas.sheet.Cell;

/**
 * A cell that holds the label of an item.
 *
 * @param rank position among the item's labels; the lower the surer
 */
record HeaderHit(Cell cell, Item item, int rank) {}

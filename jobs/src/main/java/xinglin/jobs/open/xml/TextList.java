package xinglin.jobs.open.xml;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * Many texts in little memory: their bytes in blocks, eight bytes to find each. Texts are only ever
 * added.
 */
public final class TextList extends AbstractList<String> implements RandomAccess {
  private static final int BLOCK = 1 << 20;
  private final List<byte[]> blocks = new ArrayList<>();
  private long[] ends = new long[1 << 10];
  private int size;
  private int used = BLOCK;

  @Override
  public boolean add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (used + bytes.length > BLOCK) {
      blocks.add(new byte[Math.max(BLOCK, bytes.length)]);
      used = 0;
    }
    System.arraycopy(bytes, 0, blocks.get(blocks.size() - 1), used, bytes.length);
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size * 2);
    }
    used += bytes.length;
    ends[size] = ((long) (blocks.size() - 1) << Integer.SIZE) | used;
    size++;
    return true;
  }

  @Override
  public String get(int index) {
    Objects.checkIndex(index, size);
    int block = (int) (ends[index] >>> Integer.SIZE);
    int end = (int) ends[index];
    boolean isFirst = index == 0 || (int) (ends[index - 1] >>> Integer.SIZE) != block;
    int from = isFirst ? 0 : (int) ends[index - 1];
    return new String(blocks.get(block), from, end - from, StandardCharsets.UTF_8);
  }

  @Override
  public int size() {
    return size;
  }
}

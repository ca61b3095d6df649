package xinglin.schemas.match.name;

import java.util.List;
import java.util.Optional;

/**
 * Name of an organisation in its parts.
 *
 * @param region of the name, shortened: 新沂; several from the top are one text
 * @param core the distinctive part, 字号
 * @param trade all words of trade
 * @param form legal form, one word for those that mean the same
 * @param branch what makes it a branch
 * @param whole folded, without brackets
 * @param former names that stand beside it
 * @param operator of a sole trader, if the name says who
 */
public record Company(
    String region,
    Name core,
    String trade,
    String form,
    String branch,
    String whole,
    List<String> former,
    Optional<String> operator) {

  public Company {
    former = List.copyOf(former);
  }
}

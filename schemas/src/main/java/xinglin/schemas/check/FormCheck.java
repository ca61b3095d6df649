package xinglin.schemas.check;

import java.util.List;
import xinglin.schemas.finding.Issue;

/** A check over several cells of one form. */
interface FormCheck {

  /** What is wrong; never throws for anything a sender wrote. */
  List<Issue> run(CheckInput input);
}

package xinglin.jobs.mark;

import java.time.LocalDate;
import java.util.Optional;
import xinglin.schemas.reading.Verdict;

/** A verdict as a clerk reads it: what happened, and what to do now. */
record VerdictWords(String headline, String meaning, String todo, Tone tone) {

  /** Colour of the headline. */
  enum Tone {
    GOOD,
    DOUBTFUL,
    BAD
  }

  static VerdictWords of(Verdict verdict, Optional<LocalDate> dueOn) {
    String until = dueOn.map(day -> "，最迟 " + ChineseDates.of(day)).orElse("");
    return switch (verdict) {
      case ACCEPTED -> new VerdictWords("通过", "没有发现问题，数据已采用。", "不需要再做什么。", Tone.GOOD);
      case ACCEPTED_WITH_WARNINGS ->
          new VerdictWords(
              "通过，有几处请核对",
              "数据已采用，但下面列出的地方请核对一遍。",
              "核对后如无误，不需要再做什么；如确有错，请改正后把整份文件重新报送" + until + "。",
              Tone.DOUBTFUL);
      case REJECTED ->
          new VerdictWords(
              "退回，请改正后重新报送",
              "有必须改正的错误，这份文件中的数据没有采用。",
              "请改正下面标为“错误”的各处，再把整份文件按原来的方式重新报送" + until + "。",
              Tone.BAD);
      case DUPLICATE ->
          new VerdictWords("重复报送", "与已经收到的文件完全相同，仍按原来的审核结果处理。", "如要更正，请改动内容后再报送。", Tone.DOUBTFUL);
      case UNRECOGNISED ->
          new VerdictWords(
              "没有认出是哪一张表，未采用",
              "文件能打开，但与下发的各种表样都对不上。",
              "请按下发的原表样填写，不要改动标题和表头，再重新报送" + until + "。",
              Tone.BAD);
      case UNSAFE ->
          new VerdictWords(
              "出于安全原因没有采用", "文件的结构不安全或超过限额。", "请另存为普通工作簿后重新报送" + until + "。", Tone.BAD);
    };
  }
}

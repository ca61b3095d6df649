package xinglin.jobs.open.word;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import xinglin.jobs.open.xml.Xml;

/**
 * Check boxes and lists to choose from, of both kinds that Word knows. A check box reads as ☑ or ☐,
 * whatever sign its author chose for it.
 */
final class DocxControls {
  private final Xml xml;
  private String box = "";

  DocxControls(Xml xml) {
    this.xml = xml;
  }

  /** The properties of a content control just started; it holds a check box or anything else. */
  void control() throws XMLStreamException {
    boolean isBox = false;
    boolean checked = false;
    int open = 1;
    while (open > 0 && xml.next()) {
      open += xml.isStart() ? 1 : -1;
      if (xml.starts("checkbox")) {
        isBox = true;
      } else if (xml.starts("checked")) {
        checked = isOn();
      }
    }
    box = isBox ? sign(checked) : "";
  }

  void ended() {
    if (xml.ends("sdtContent")) {
      box = "";
    }
  }

  /** The text of a run, or the sign of the check box that the run draws. */
  String shown(String run) {
    if (box.isEmpty() || run.length() > 2) {
      return run;
    }
    String sign = box;
    box = "";
    return sign;
  }

  /** The check box of an older form just started. */
  String checkBox() throws XMLStreamException {
    boolean checked = false;
    boolean said = false;
    while (xml.next() && !xml.ends("checkBox")) {
      if (xml.starts("checked")) {
        checked = isOn();
        said = true;
      } else if (xml.starts("default") && !said) {
        checked = isOn();
      }
    }
    return sign(checked);
  }

  /** The list of an older form just started: what is chosen stands nowhere else. */
  String choice() throws XMLStreamException {
    List<String> entries = new ArrayList<>();
    int chosen = 0;
    while (xml.next() && !xml.ends("ddList")) {
      if (xml.starts("result")) {
        chosen = xml.number("val", 0);
      } else if (xml.starts("listEntry")) {
        entries.add(xml.text("val"));
      }
    }
    return chosen >= 0 && chosen < entries.size() ? entries.get(chosen) : "";
  }

  private boolean isOn() {
    return !xml.text("val").matches("0|false|off");
  }

  static String sign(boolean checked) {
    return checked ? "☑" : "☐";
  }
}

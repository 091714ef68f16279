package jilu.quote;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import jilu.edition.Room;
import jilu.edition.Tag;

/**
 * How well and how fast the audit works: quotations of a known kind, with edits of 1 to 20 characters, planted among documents
 * of invented sentences; and a thousand quotations without a source against a thousand documents.
 */
public final class AuditBench {
  private static final int DOCUMENTS = 1000;
  private static final int SENTENCES = 40;
  private static final int EACH = 60;
  private static final int TIMED = 1000;

  /**
   * Words of formal prose, so that unlike sentences share phrases.
   *
   * @param unit what an edit counts: a character, or a word of an alphabet
   * @param foreign units that no document has
   * @param folded the same words in other writing
   */
  private record Prose(String name, String words, String space, String stop, String unit, int longest, String foreign, UnaryOperator<String> folded) {}

  private static final Prose CHINESE =
      new Prose(
          "Chinese",
          "中国 政府 苏联 认为 必须 关于 协定 条约 军队 撤出 港口 基地 问题 双方 代表 同意 建议 签订 和约 以前 以后 继续 有效 共同 使用 铁路 经营"
              + " 贷款 援助 会谈 报告 电报 委员 会议 决定 部长 同志 接受 敬意 日本 美国 侵略 保护 和平 事业 利益 考虑 修改 原则 法律 实际 期限 规定 设备"
              + " 移交 费用 恢复 建设 训练 海军 合作 意见 立场 人民 胜利 局面 结束 研究 请求 他们 我们 这个 那个 一种 已经 应当 可以 不能 没有 因此 但是 如果 并且",
          "",
          "。",
          "(?!^)",
          20,
          "春江潮水连海平月明生滟随波千万里何处照林花",
          words -> words.replace("国", "國").replace("军", "軍").replace("和约", "和 約"));

  private static final Prose ENGLISH =
      new Prose(
          "English",
          "the of and to in that government shall agreement treaty troops harbour base question both sides delegates agreed proposed"
              + " signed peace before after continue force common use railway loan aid talks report telegram committee meeting decided"
              + " minister comrade accept respect aggression protect cause interest consider amend principle law period equipment hand"
              + " over expenses restore train navy cooperation opinion position people victory situation end study request they we this"
              + " already should can cannot not therefore but if with for by from at is was has been would which their our on as it",
          " ",
          ".",
          "(?<= )",
          5,
          "spring river tide level bright moon rises shimmering waves flower",
          words -> words.replace("e", "E"));

  private enum Planted {
    VERBATIM,
    FOLDED,
    MARKED,
    UNMARKED,
    INSERTED,
    REPLACED,
    ELSEWHERE,
    HEADLINE,
    INVENTED
  }

  private final Prose prose;
  private final Random random = new Random(1949);
  private final List<Passages> files = new ArrayList<>();
  private final List<List<String>> texts = new ArrayList<>();
  private final List<Planted> kinds = new ArrayList<>();
  private final List<Quotation> quotations = new ArrayList<>();

  public static void main(String[] args) {
    new AuditBench(CHINESE).run();
    new AuditBench(ENGLISH).run();
  }

  private AuditBench(Prose prose) {
    this.prose = prose;
  }

  private void run() {
    for (int d = 0; d < DOCUMENTS; d++) {
      document("d" + d);
    }
    for (Planted kind : Planted.values()) {
      for (int i = 0; i < EACH; i++) {
        plant(kind, i % prose.longest + 1);
      }
    }
    List<Audited> audit = audit(quotations);
    Map<Planted, int[]> right = new EnumMap<>(Planted.class);
    int[] given = new int[Planted.values().length];
    int[] hit = new int[Planted.values().length];
    for (int i = 0; i < kinds.size(); i++) {
      Planted got = kind(audit.get(i).outcome());
      given[got.ordinal()]++;
      if (got == group(kinds.get(i))) {
        hit[got.ordinal()]++;
        right.computeIfAbsent(kinds.get(i), k -> new int[1])[0]++;
      }
    }
    System.out.printf(Locale.ROOT, "%s: %d quotations planted, edits of 1 to %d units%n", prose.name, kinds.size(), prose.longest);
    for (Planted kind : Planted.values()) {
      System.out.printf(Locale.ROOT, "%-10s recall %.3f%n", kind, right.getOrDefault(kind, new int[1])[0] / (double) EACH);
    }
    for (Planted kind : Planted.values()) {
      if (kind == group(kind)) {
        System.out.printf(Locale.ROOT, "%-10s precision %.3f%n", kind, hit[kind.ordinal()] / (double) Math.max(1, given[kind.ordinal()]));
      }
    }
    time();
  }

  private void time() {
    List<Quotation> searched = new ArrayList<>();
    for (int i = 0; i < TIMED; i++) {
      Quotation q = quotations.get(i % quotations.size());
      searched.add(quotation("t" + i, List.of(), q.text()));
    }
    int characters = texts.stream().flatMap(List::stream).mapToInt(String::length).sum();
    for (int round = 1; round <= 3; round++) {
      long start = System.nanoTime();
      audit(searched);
      System.out.printf(
          Locale.ROOT, "%d quotations without a source against %d documents (%d characters): %.2f s%n", TIMED, DOCUMENTS, characters, (System.nanoTime() - start) / 1e9);
    }
  }

  private List<Audited> audit(List<Quotation> of) {
    List<Passages> all = new ArrayList<>(files);
    all.add(new Passages("preface", "preface.xml", List.of(), of));
    return Texts.audit(all, Room.USUAL);
  }

  private void document(String id) {
    List<Passage> passages = new ArrayList<>();
    List<String> text = new ArrayList<>();
    passages.add(passage(id, id + ".h", Passage.Voice.COMPILER, sentence().replace(prose.stop, "").strip()));
    for (int s = 0; s < SENTENCES; s += 4) {
      StringBuilder paragraph = new StringBuilder();
      for (int k = 0; k < 4; k++) {
        String sentence = sentence();
        text.add(sentence);
        paragraph.append(sentence);
      }
      passages.add(passage(id, id + ".p" + s, Passage.Voice.DOCUMENT, paragraph.toString()));
    }
    texts.add(text);
    files.add(new Passages(id, id + ".xml", passages, List.of()));
  }

  private String sentence() {
    String[] words = prose.words.split(" ");
    StringBuilder sentence = new StringBuilder();
    for (int w = 0; w < 10 + random.nextInt(8); w++) {
      sentence.append(w == 6 ? prose.space.isEmpty() ? "，" : ", " : w == 0 ? "" : prose.space).append(words[random.nextInt(words.length)]);
    }
    return sentence.append(prose.stop).append(prose.space).toString();
  }

  private void plant(Planted kind, int size) {
    int d = random.nextInt(DOCUMENTS);
    int s = random.nextInt(SENTENCES - 3);
    List<String> first = List.of(texts.get(d).get(s).split(prose.unit));
    List<String> words = List.of((texts.get(d).get(s) + texts.get(d).get(s + 1)).split(prose.unit));
    int at = 6 + random.nextInt(first.size() - 6);
    String before = String.join("", words.subList(0, at));
    String behind = String.join("", words.subList(at, words.size()));
    String later = String.join("", words.subList(at + size, words.size()));
    String claim =
        switch (kind) {
          case VERBATIM, ELSEWHERE -> before + behind;
          case FOLDED -> prose.folded.apply(before + behind).replace('，', ',');
          case MARKED -> before + "……" + later;
          case UNMARKED -> before + later;
          case INSERTED -> before + foreign(size) + behind;
          case REPLACED -> before + foreign(size) + later;
          case HEADLINE -> files.get(d).passages().get(0).text();
          case INVENTED -> sentence() + sentence();
        };
    String source = "d" + (kind == Planted.ELSEWHERE ? (d + 1) % DOCUMENTS : d);
    kinds.add(kind);
    quotations.add(quotation("q" + quotations.size(), List.of(source), claim));
  }

  private String foreign(int size) {
    String[] units = prose.foreign.split(prose.space.isEmpty() ? prose.unit : prose.space);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < size; i++) {
      text.append(units[random.nextInt(units.length)]).append(prose.space);
    }
    return text.toString();
  }

  private static Quotation quotation(String id, List<String> sources, String words) {
    return Quotation.of(id, "preface", "preface.xml", List.of(new Quotation.Piece(new Tag(1, 1), 0)), sources, Set.of(), true, false, "“" + words + "”");
  }

  private static Passage passage(String document, String id, Passage.Voice voice, String text) {
    return new Passage(
        id, document, document + ".xml", 0, true, voice, Passage.Speech.UNKNOWN, "", Set.of(document, id), text,
        new BitSet());
  }

  private static Planted group(Planted kind) {
    return kind == Planted.REPLACED ? Planted.INSERTED : kind;
  }

  private static Planted kind(Outcome outcome) {
    if (outcome instanceof Outcome.Omitting omitting) {
      return omitting.marked() ? Planted.MARKED : Planted.UNMARKED;
    }
    return outcome instanceof Outcome.Verbatim ? Planted.VERBATIM
        : outcome instanceof Outcome.Folded ? Planted.FOLDED
        : outcome instanceof Outcome.Altered ? Planted.INSERTED
        : outcome instanceof Outcome.Elsewhere ? Planted.ELSEWHERE
        : outcome instanceof Outcome.NoEvidence ? Planted.HEADLINE
        : Planted.INVENTED;
  }
}

package jilu.quote;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import net.sf.saxon.s9api.XdmMap;
import net.sf.saxon.s9api.XdmValue;

/** The audit as maps, for stylesheets to put into words: they know what a page needs, this does not. */
public final class AuditData {
  private AuditData() {}

  public static XdmValue of(List<Audited> audit) {
    return new XdmValue(audit.stream().map(AuditData::map).collect(Collectors.toList()));
  }

  private static XdmMap map(Audited audited) {
    Quotation quotation = audited.quotation();
    Map<String, Object> map = new HashMap<>();
    map.put("id", quotation.id());
    map.put("document", quotation.document());
    map.put("encoded", quotation.encoded());
    map.put("sourced", audited.sourced());
    map.put("sources", XdmValue.makeSequence(quotation.sources()));
    map.put("before", Folded.printed(quotation.before()));
    map.put("text", quotation.printed());
    map.put("after", Folded.printed(quotation.after()));
    map.put("outcome", name(audited.outcome()));
    map.put("reported", audited.isSpeechOfReport());
    audited.outcome().found().ifPresent(at -> map.put("at", map(at)));
    audited.echo().ifPresent(at -> map.put("echo", map(at)));
    return XdmMap.makeMap(map);
  }

  private static XdmMap map(Alignment at) {
    Map<String, Object> map = new HashMap<>();
    map.put("document", at.document());
    map.put("from", at.from());
    map.put("to", at.to());
    map.put("before", at.before());
    map.put("after", at.after());
    map.put("foldings", XdmValue.makeSequence(at.foldings().stream().sorted().map(f -> lower(f.name())).toList()));
    map.put("spans", new XdmValue(at.spans().stream().map(AuditData::map).collect(Collectors.toList())));
    map.put("stretches", new XdmValue(at.stretches().stream().map(AuditData::map).collect(Collectors.toList())));
    return XdmMap.makeMap(map);
  }

  private static XdmMap map(Alignment.Span span) {
    return XdmMap.makeMap(
        Map.of("passage", span.passage(), "named", span.named(), "from", span.from(), "to", span.to()));
  }

  private static XdmMap map(Alignment.Stretch stretch) {
    return XdmMap.makeMap(
        Map.of("kind", lower(stretch.kind().name()), "claim", stretch.claim(), "evidence", stretch.evidence()));
  }

  private static String name(Outcome outcome) {
    if (outcome instanceof Outcome.Omitting omitting) {
      return omitting.marked() ? "omitting-marked" : "omitting";
    }
    return outcome instanceof Outcome.NoEvidence ? "no-evidence" : outcome instanceof Outcome.NotFound ? "not-found" : lower(outcome.getClass().getSimpleName());
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

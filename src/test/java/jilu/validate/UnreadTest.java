package jilu.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.ResourceBundle;
import jilu.SmallEdition;
import jilu.transform.Xslt;
import jilu.words.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only the parser sees is told in our words, in both languages. */
class UnreadTest {
  private static final String FIRST = "documents/d19000101.xml";
  private static final Xslt XSLT = new Xslt();
  private static final Checks CHECKS = new Checks(XSLT, new Reader(XSLT));

  @TempDir Path folder;

  private Finding refused(String old, String fresh) throws IOException {
    Path file = SmallEdition.in(folder).with(FIRST, old, fresh).file(FIRST);
    List<Finding> refused =
        CHECKS.run(List.of(file)).stream().filter(finding -> finding.code().equals("J001")).toList();
    assertThat(refused).hasSize(1);
    assertThat(refused.get(0).toString(Language.ZH).replaceAll("<[^>]*>|file.*?J001", ""))
        .doesNotContainPattern("[a-z]+ [a-z]+ [a-z]+");
    return refused.get(0);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "<?xml version='1.2'?>|names version “1.2” of XML",
    "<?xml encoding='UTF-8'?>|does not name the version",
    "<?xml version='1.0' standalone='maybe'?>|can only be yes or no, not “maybe”",
    "<?xml version='1.0' encoding='UTF-8' a='b'?>|something in it that does not belong",
    "<?xml version='1.0'encoding='UTF-8'?>|no space before encoding",
    "<?xml version=1.0?>|value of version in the first line does not stand between",
    "<?xml version='1.0' encoding UTF-8?>|no = after encoding",
    "<?XML version='1.0'?>|called xml here"
  })
  void a_wrong_first_line(String line, String said) throws IOException {
    assertThat(refused("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", line).message()).contains(said);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "<? a?>|After <? stands no name",
    "<?a:b c?>|The name a:b has a colon",
    "<?a&b c?>|name of this instruction has a sign",
    "<h\u00aai/>|A sign stands in this tag that no name may have",
    "<\uff50/>|What follows the < here is the name of no tag",
    "<hi xmlns:xml='u'/>|belong to XML itself",
    "<hi xmlns:xmlns='u'/>|belong to XML itself",
    "<hi xmlns:a=''/>|prefix is declared here without a namespace",
    "<hi xmlns:a='u' xmlns:b='u' a:n='1' b:n='2'/>|@n is given twice in <hi>",
    "<hi><q xmlns:a='u'/><a:c/></hi>|The prefix a of <a:c> is declared elsewhere",
    "<hi a:n='1'/><q xmlns:a='u'/>|The prefix a of @a:n is declared elsewhere"
  })
  void in_the_text(String markup, String said) throws IOException {
    assertThat(refused("你好，", markup).message()).contains(said);
  }

  @Test
  void each_case_is_a_key_of_the_parser() throws IOException {
    var words = new Properties();
    try (var in = Files.newBufferedReader(Path.of("src/main/resources/jilu/findings/en.properties"))) {
      words.load(in);
    }
    // For this one Xerces has no words itself.
    words.remove("J001.CloseQuoteMissingInXMLDecl");
    ResourceBundle keys = ResourceBundle.getBundle("org.apache.xerces.impl.msg.XMLMessages");
    assertThat(keys.keySet()).containsAll(
        words.stringPropertyNames().stream().filter(key -> key.matches("J001\\.[A-Z]\\w*"))
            .map(key -> key.substring(5)).toList());
  }
}

package jilu.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import jilu.SmallEdition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a document is called by its header and by its text. */
class TitlesTest {
  private static final String SECOND = "documents/d19000102.xml";

  @TempDir Path folder;

  private SmallEdition titled(String title) throws IOException {
    return SmallEdition.in(folder).with(SECOND, ">第二次谈话</title>", ">" + title + "</title>");
  }

  @Test
  void that_of_another_error() throws IOException {
    SmallEdition edition = titled("第一次\n谈话");
    assertThat(edition.places()).containsExactly(SECOND + ":5:18 J319");
    assertThat(edition.findings()).singleElement().extracting(Finding::message).asString()
        .isEqualTo("The header has the title of d19000101, “第一次 谈话”; the text itself is headed “第二次谈话”.");
  }

  @Test
  void another_than_the_heading_valid() throws IOException {
    assertThat(titled("甲乙谈话（二）").places()).isEmpty();
  }

  @Test
  void the_same_twice_valid() throws IOException {
    assertThat(titled("第一次谈话").with(SECOND, ">第二次谈话</head>", ">第一次谈话</head>").places()).isEmpty();
  }
}

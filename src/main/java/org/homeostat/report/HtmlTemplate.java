package org.homeostat.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** The pages of {@code src/main/jte}, compiled with the project; values are escaped by context. */
public final class HtmlTemplate {

  private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

  private HtmlTemplate() {}

  /**
   * A page.
   *
   * @param template file name, such as {@code coverage.jte}
   * @param values its parameters by name
   */
  public static String fill(String template, Map<String, Object> values) {
    StringOutput page = new StringOutput();
    ENGINE.render(template, values, page);
    return page.toString();
  }
}

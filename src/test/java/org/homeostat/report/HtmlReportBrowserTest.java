package org.homeostat.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.homeostat.TestData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The page in a browser: accessible, fit for phone and paper, and in need of nothing. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HtmlReportBrowserTest {

  @SuppressWarnings("unused") // read by its name
  private static final List<String> CASES = Pages.CASES;

  private static final int PHONE = 360;
  private static final int DESK = 1200;
  private static final String OPEN_ALL =
      "() => document.querySelectorAll('details').forEach(d => d.open = true)";

  @TempDir private static Path folder;

  private Playwright playwright;
  private Browser browser;
  private String axe;

  @BeforeAll
  void launch() throws IOException {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium())
                    .setChromiumSandbox(false));
    try (InputStream in =
        getClass().getResourceAsStream("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
      axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Path chromium() {
    return Stream.of(System.getenv("PATH").split(":"))
        .flatMap(place -> Stream.of("chromium", "chromium-browser").map(Path.of(place)::resolve))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "pages are tested in chromium, which is not there; on Debian: apt-get install"
                        + " chromium"));
  }

  @AfterAll
  void close() {
    if (playwright != null) {
      playwright.close();
    }
  }

  private static Browser.NewContextOptions width(int width) {
    return new Browser.NewContextOptions().setViewportSize(width, 800);
  }

  /** Opens the page of a case from a file. */
  private static Page open(BrowserContext context, String html) {
    try {
      Path file = Files.createTempFile(folder, "page", ".html");
      Files.writeString(file, html);
      Page page = context.newPage();
      page.onDialog(
          dialog -> {
            throw new AssertionError("the page opened a dialog: " + dialog.message());
          });
      page.navigate(file.toUri().toString());
      return page;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Stream<Arguments> looks() {
    return CASES.stream()
        .flatMap(
            id ->
                Stream.of(
                    Arguments.of(id, DESK, ColorScheme.LIGHT),
                    Arguments.of(id, DESK, ColorScheme.DARK),
                    Arguments.of(id, PHONE, ColorScheme.LIGHT)));
  }

  @ParameterizedTest
  @MethodSource("looks")
  void nothing_keeps_people_from_reading_it(String id, int width, ColorScheme scheme) {
    try (BrowserContext context =
        browser.newContext(width(width).setColorScheme(scheme).setBypassCSP(true))) {
      Page page = open(context, Pages.of(TestData.wholeCase(id), Pages.whatIf()));
      page.evaluate(OPEN_ALL);
      page.evaluate(axe);

      Object found =
          page.evaluate(
              "async () => (await axe.run(document, {resultTypes: ['violations']})).violations"
                  + ".map(v => v.id + ': ' + v.help + ' at '"
                  + " + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' | '))");

      assertThat((List<?>) found).isEmpty();
    }
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void nothing_lies_beside_a_phone(String id) {
    try (BrowserContext context = browser.newContext(width(PHONE))) {
      Page page = open(context, Pages.of(TestData.wholeCase(id), Pages.whatIf()));

      assertThat(overflow(page)).isZero();
      page.evaluate(OPEN_ALL);
      assertThat(overflow(page)).isZero();
    }
  }

  private static int overflow(Page page) {
    return (Integer)
        page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
  }

  @Test
  void details_unfold_by_keyboard() {
    try (BrowserContext context = browser.newContext(width(DESK))) {
      Page page = open(context, Pages.of(Pages.CASES.get(2)));
      String focused = "() => document.activeElement.tagName";

      for (int i = 0; i < 30 && !page.evaluate(focused).equals("SUMMARY"); i++) {
        page.keyboard().press("Tab");
      }
      Locator reason = page.locator("details.reason").first();
      assertThat(reason.getAttribute("open")).isNull();
      page.keyboard().press("Enter");
      assertThat(reason.getAttribute("open")).isNotNull();
      assertThat(reason.locator(".argument").isVisible()).isTrue();
    }
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void it_needs_no_network_and_no_script(String id) {
    List<String> requests = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    try (BrowserContext context =
        browser.newContext(width(DESK).setJavaScriptEnabled(false).setOffline(true))) {
      context.onRequest(request -> requests.add(request.url()));
      context.onConsoleMessage(message -> complaints.add(message.text()));
      context.onWebError(error -> complaints.add(error.error()));
      Page page = open(context, Pages.of(id));

      assertThat(page.locator("#tier h2").isVisible()).isTrue();
      page.locator("details.reason summary").first().click();
      assertThat(page.locator("details.reason .argument").first().isVisible()).isTrue();
      assertThat(requests).hasSize(1).allMatch(url -> url.startsWith("file:"));
      assertThat(complaints).isEmpty();
    }
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void drawings_show_their_numbers_and_cut_nothing(String id) {
    for (int width : List.of(DESK, PHONE)) {
      try (BrowserContext context = browser.newContext(width(width))) {
        Page page = open(context, Pages.of(id));

        assertThat((List<?>) page.evaluate(CUT)).isEmpty();
        assertThat((List<?>) page.evaluate(MISPLACED)).isEmpty();
      }
    }
  }

  /** Points that do not stand where their numbers say. */
  private static final String MISPLACED =
      """
      () => [...document.querySelectorAll('.chart circle.point')].filter(point => {
        const plot = point.closest('.plot').getBoundingClientRect();
        const box = point.getBoundingClientRect();
        const x = (box.left + box.right) / 2 - plot.left;
        const y = (box.top + box.bottom) / 2 - plot.top;
        return Math.abs(x - parseFloat(point.getAttribute('cx')) * plot.width / 100) > 1
          || Math.abs(y - parseFloat(point.getAttribute('cy'))) > 1;
      }).map(point => point.outerHTML)
      """;

  /** Labels that reach out of their figure or over each other. */
  private static final String CUT =
      """
      () => [...document.querySelectorAll('.chart, .timeline')].flatMap(figure => {
        const frame = figure.getBoundingClientRect();
        const faults = [];
        for (const text of figure.querySelectorAll('text')) {
          const box = text.getBoundingClientRect();
          if (box.right > frame.right + 1 || box.left < frame.left - 1) {
            faults.push(text.textContent + ' reaches out of its figure');
          }
        }
        for (const kind of ['level-label', 'agent', 'tick']) {
          const boxes = [...figure.querySelectorAll('text.' + kind)]
            .map(text => [text.textContent, text.getBoundingClientRect()]);
          boxes.forEach(([one, a], i) => boxes.slice(i + 1).forEach(([other, b]) => {
            if (a.left < b.right - 1 && b.left < a.right - 1
                && a.top < b.bottom - 4 && b.top < a.bottom - 4) {
              faults.push(one + ' lies over ' + other);
            }
          }));
        }
        return faults;
      })
      """;

  @ParameterizedTest
  @FieldSource("CASES")
  void it_prints_with_its_arguments_on_both_kinds_of_paper(String id) {
    try (BrowserContext context = browser.newContext(width(DESK))) {
      Page page = open(context, Pages.of(id));

      for (Map.Entry<String, String> paper :
          Map.of("A4", "59[45][.\\d]* 84[12][.\\d]*", "Letter", "612 792").entrySet()) {
        String pdf =
            new String(
                page.pdf(new Page.PdfOptions().setFormat(paper.getKey())),
                StandardCharsets.ISO_8859_1);
        assertThat(Pattern.compile("/Type /Page\\b").matcher(pdf).results().count())
            .as(paper.getKey())
            .isBetween(3L, 60L);
        assertThat(pdf).containsPattern("/MediaBox \\[0 0 " + paper.getValue() + "\\]");
      }
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.locator(".card .argument").first().boundingBox().height).isPositive();
      assertThat(page.locator("details.whole").first().isVisible()).isFalse();
      assertThat(page.locator("nav").isVisible()).isFalse();
    }
  }

  @Test
  void hostile_text_stays_text_and_wraps() {
    for (int width : List.of(DESK, PHONE)) {
      try (BrowserContext context = browser.newContext(width(width))) {
        Page page = open(context, Pages.of(Pages.hostile(), null));
        page.evaluate(OPEN_ALL);

        assertThat(page.locator("script").count()).isZero();
        assertThat(overflow(page)).isZero();
        assertThat(page.locator("h1").boundingBox().height).isLessThan(320);
      }
    }
  }
}

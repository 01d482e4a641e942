package org.homeostat.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.homeostat.report.HtmlTemplate;
import org.homeostat.report.InertText;

/** How a sheet is written. */
public enum SheetFormat {
  text {
    @Override
    public String write(Sheet sheet) {
      StringBuilder text = new StringBuilder(sheet.title() + "\n" + sheet.note() + "\n");
      for (Sheet.Section section : sheet.sections()) {
        text.append('\n').append(section.heading()).append('\n');
        section
            .entries()
            .forEach(entry -> text.append("  ").append(InertText.of(entry)).append('\n'));
      }
      sheet.rows().forEach(row -> text.append('\n').append(record(sheet, row)));
      return text.toString();
    }

    /** The id, and below it what there is to tell, a line each. */
    private String record(Sheet sheet, Sheet.Row row) {
      StringBuilder text = new StringBuilder(InertText.of(row.id())).append('\n');
      for (int i = 1; i < sheet.columns().size(); i++) {
        String heading = sheet.columns().get(i).heading() + ": ";
        for (String entry : shown(sheet, row, i)) {
          text.append("  ").append(heading).append(InertText.of(entry)).append('\n');
          heading = " ".repeat(heading.length());
        }
      }
      return text.toString();
    }
  },

  json {
    @Override
    public String write(Sheet sheet) {
      ArrayNode rows = JsonNodeFactory.instance.arrayNode();
      for (Sheet.Row row : sheet.rows()) {
        ObjectNode object = rows.addObject();
        for (int i = 0; i < sheet.columns().size(); i++) {
          if (sheet.columns().get(i).isData()) {
            cell(object, sheet.columns().get(i), row.cells().get(i));
          }
        }
      }
      ObjectNode json =
          JsonNodeFactory.instance
              .objectNode()
              .put("title", sheet.title())
              .put("note", sheet.note());
      for (Sheet.Section section : sheet.sections()) {
        section.entries().forEach(json.putArray(section.key())::add);
      }
      json.set("rows", rows);
      try {
        return JsonMapper.builder()
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(json)
            + "\n";
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("a JSON tree can always be written", e);
      }
    }

    private void cell(ObjectNode row, Sheet.Column column, List<String> entries) {
      if (column.many()) {
        entries.forEach(row.putArray(column.key())::add);
      } else {
        row.put(column.key(), entries.isEmpty() ? null : entries.get(0));
      }
    }
  },

  markdown {
    @Override
    public String write(Sheet sheet) {
      String head = "# " + escaped(sheet.title()) + "\n\n" + escaped(sheet.note()) + "\n";
      for (Sheet.Section section : sheet.sections()) {
        head += "\n## " + section.heading() + "\n\n";
        head +=
            section.entries().stream()
                .map(entry -> "- " + escaped(entry) + "\n")
                .collect(Collectors.joining());
      }
      return head + "\n" + (sheet.records() ? records(sheet) : table(sheet));
    }

    private String records(Sheet sheet) {
      StringBuilder text = new StringBuilder();
      for (Sheet.Row row : sheet.rows()) {
        text.append("## ").append(escaped(row.id())).append("\n\n");
        for (int i = 1; i < sheet.columns().size(); i++) {
          List<String> entries = shown(sheet, row, i);
          if (!entries.isEmpty()) {
            text.append("- ").append(sheet.columns().get(i).heading()).append(": ");
            text.append(
                entries.size() == 1
                    ? escaped(entries.get(0))
                    : entries.stream()
                        .map(e -> "\n  - " + escaped(e))
                        .collect(Collectors.joining()));
            text.append('\n');
          }
        }
        text.append('\n');
      }
      return text.toString().stripTrailing() + "\n";
    }

    private String table(Sheet sheet) {
      List<String> lines = new ArrayList<>();
      lines.add(line(sheet.columns().stream().map(Sheet.Column::heading).toList()));
      lines.add("|" + "---|".repeat(sheet.columns().size()));
      for (Sheet.Row row : sheet.rows()) {
        lines.add(
            line(row.cells().stream().map(cell -> escaped(String.join("; ", cell))).toList()));
      }
      return String.join("\n", lines) + "\n";
    }

    private String line(List<String> cells) {
      return "| " + String.join(" | ", cells) + " |";
    }

    /** What would be markup in Markdown, or HTML, is text. */
    private String escaped(String entry) {
      return InertText.of(entry)
          .replace("&", "&amp;")
          .replace("<", "&lt;")
          .replaceAll("([\\\\`*_\\[\\]|#$])", "\\\\$1");
    }
  },

  html {
    @Override
    public String write(Sheet sheet) {
      return HtmlTemplate.fill("sheet.jte", Map.of("sheet", sheet));
    }
  };

  private static final ObjectWriter PRETTY =
      JsonMapper.builder()
          .build()
          .writer(
              new DefaultPrettyPrinter()
                  .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                  .withArrayIndenter(new DefaultIndenter("  ", "\n")));

  /** The entries of a cell, where people read its column. */
  private static List<String> shown(Sheet sheet, Sheet.Row row, int column) {
    return sheet.columns().get(column).isShown() ? row.cells().get(column) : List.of();
  }

  /** The whole sheet, ending with a line end. */
  public abstract String write(Sheet sheet);
}

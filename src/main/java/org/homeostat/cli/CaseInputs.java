package org.homeostat.cli;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The cases that the arguments of a run name: files, folders of them, standard input. */
final class CaseInputs {

  static final String STANDARD_INPUT = "-";

  private final InputStream standardInput;
  private final List<CaseInput> inputs = new ArrayList<>();
  private boolean standardInputTaken;

  private CaseInputs(InputStream standardInput) {
    this.standardInput = standardInput;
  }

  /** The inputs in the order of the arguments, folders expanded; none is opened yet. */
  static List<CaseInput> of(List<String> arguments, InputStream standardInput) {
    CaseInputs all = new CaseInputs(standardInput);
    arguments.forEach(all::add);
    return List.copyOf(all.inputs);
  }

  private void add(String argument) {
    if (argument.equals(STANDARD_INPUT)) {
      addStandardInput();
      return;
    }
    Path path;
    try {
      path = Path.of(argument);
    } catch (InvalidPathException e) {
      inputs.add(CaseInput.unusable(argument, "is no name of a file; name case files"));
      return;
    }
    if (Files.isDirectory(path)) {
      inputs.addAll(CaseFolder.inputs(path));
    } else {
      inputs.add(CaseInput.file(path));
    }
  }

  private void addStandardInput() {
    inputs.add(
        standardInputTaken
            ? CaseInput.unusable(STANDARD_INPUT, "standard input holds one case; name it once")
            : new CaseInput(STANDARD_INPUT, () -> standardInput));
    standardInputTaken = true;
  }
}

import java.io.FileInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;

/**
 * Vera FLAVOURS FILES…: one line a file and flavour, `PASS ua1 x.pdf` or `FAIL ua1 x.pdf rule; rule`.
 * A file is walked through once for all flavours.
 */
public class Vera {
  public static void main(String[] arguments) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    List<PDFAFlavour> flavours = new ArrayList<>();
    for (String name : arguments[0].split(",")) {
      flavours.add(PDFAFlavour.byFlavourId(name));
    }
    for (int at = 1; at < arguments.length; at++) {
      judge(flavours, arguments[at]);
    }
  }

  private static void judge(List<PDFAFlavour> flavours, String file) throws Exception {
    try (FileInputStream input = new FileInputStream(file);
        PDFAParser parser = Foundries.defaultInstance().createParser(input, flavours.get(0))) {
      parser.setFlavours(flavours);
      PDFAValidator validator =
          Foundries.defaultInstance().createValidator(flavours, 100, false, false, false);
      for (ValidationResult result : validator.validateAll(parser)) {
        String name = result.getPDFAFlavour().getId() + " " + file;
        System.out.println(result.isCompliant() ? "PASS " + name : "FAIL " + name + " " + broken(result));
      }
    }
  }

  private static String broken(ValidationResult result) {
    StringBuilder out = new StringBuilder();
    for (Map.Entry<RuleId, Integer> entry : result.getFailedChecks().entrySet()) {
      RuleId id = entry.getKey();
      Rule rule = result.getValidationProfile().getRuleByRuleId(id);
      String words = rule == null ? "" : rule.getDescription().replace('\n', ' ');
      out.append(id.getClause() + "-" + id.getTestNumber() + " x" + entry.getValue() + " " + words + "; ");
    }
    return out.toString();
  }
}

import java.io.FileInputStream;
import java.util.Map;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;

/** Vera FLAVOURS FILES…: one line a file and flavour, `PASS ua1 x.pdf` or `FAIL ua1 x.pdf rule; rule`. */
public class Vera {
  public static void main(String[] arguments) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    for (String name : arguments[0].split(",")) {
      PDFAFlavour flavour = PDFAFlavour.byFlavourId(name);
      for (int at = 1; at < arguments.length; at++) {
        System.out.println(judged(flavour, name, arguments[at]));
      }
    }
  }

  private static String judged(PDFAFlavour flavour, String name, String file) throws Exception {
    try (FileInputStream input = new FileInputStream(file);
        PDFAParser parser = Foundries.defaultInstance().createParser(input, flavour)) {
      PDFAValidator validator =
          Foundries.defaultInstance().createValidator(flavour, 100, false, false, false);
      ValidationResult result = validator.validate(parser);
      if (result.isCompliant()) {
        return "PASS " + name + " " + file;
      }
      return "FAIL " + name + " " + file + " " + broken(result);
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

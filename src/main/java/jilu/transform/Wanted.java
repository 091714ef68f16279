package jilu.transform;

import net.sf.saxon.expr.XPathContext;
import net.sf.saxon.lib.ExtensionFunctionCall;
import net.sf.saxon.lib.ExtensionFunctionDefinition;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.om.Sequence;
import net.sf.saxon.om.StructuredQName;
import net.sf.saxon.s9api.XdmExternalObject;
import net.sf.saxon.trans.XPathException;
import net.sf.saxon.value.BooleanValue;
import net.sf.saxon.value.ObjectValue;
import net.sf.saxon.value.SequenceType;

/**
 * What whoever runs a stylesheet wants to be told of, so that words which nobody reads need not be made. The stylesheet
 * gets it as a parameter and asks {@code j:wanted($parameter, code, node)}.
 */
public interface Wanted {
  boolean wants(String code, NodeInfo node);

  /** As the parameter of a stylesheet. */
  static XdmExternalObject parameter(Wanted wanted) {
    return new XdmExternalObject(wanted);
  }

  /** Where there is no such parameter, all is wanted. */
  final class Function extends ExtensionFunctionDefinition {
    @Override
    public StructuredQName getFunctionQName() {
      return new StructuredQName("j", "urn:jilu", "wanted");
    }

    @Override
    public SequenceType[] getArgumentTypes() {
      return new SequenceType[] {SequenceType.OPTIONAL_ITEM, SequenceType.SINGLE_STRING, SequenceType.SINGLE_NODE};
    }

    @Override
    public SequenceType getResultType(SequenceType[] arguments) {
      return SequenceType.SINGLE_BOOLEAN;
    }

    @Override
    public boolean trustResultType() {
      return true;
    }

    @Override
    public ExtensionFunctionCall makeCallExpression() {
      return new ExtensionFunctionCall() {
        @Override
        public Sequence call(XPathContext context, Sequence[] arguments) throws XPathException {
          boolean isWanted =
              !(arguments[0].head() instanceof ObjectValue<?> parameter)
                  || ((Wanted) parameter.getObject())
                      .wants(arguments[1].head().getStringValue(), (NodeInfo) arguments[2].head());
          return BooleanValue.get(isWanted);
        }
      };
    }
  }
}

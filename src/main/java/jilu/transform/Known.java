package jilu.transform;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.saxon.expr.XPathContext;
import net.sf.saxon.expr.instruct.Executable;
import net.sf.saxon.functions.SystemFunction;
import net.sf.saxon.lib.ExtensionFunctionCall;
import net.sf.saxon.lib.ExtensionFunctionDefinition;
import net.sf.saxon.om.FunctionItem;
import net.sf.saxon.om.GroundedValue;
import net.sf.saxon.om.Sequence;
import net.sf.saxon.om.StructuredQName;
import net.sf.saxon.trans.XPathException;
import net.sf.saxon.tree.tiny.TinyNodeImpl;
import net.sf.saxon.tree.tiny.TinyTree;
import net.sf.saxon.value.SequenceType;

/**
 * {@code j:known(tree, name, function)}: what a function of a tree returns, kept with the tree under a name, so that it is
 * worked out once for each tree, and only where it is asked for.
 */
final class Known extends ExtensionFunctionDefinition {
  /** Under which the values are kept with a tree. */
  private static final String ALL = Known.class.getName();

  @Override
  public StructuredQName getFunctionQName() {
    return new StructuredQName("j", "urn:jilu", "known");
  }

  @Override
  public SequenceType[] getArgumentTypes() {
    return new SequenceType[] {SequenceType.SINGLE_NODE, SequenceType.SINGLE_STRING, SequenceType.SINGLE_FUNCTION};
  }

  @Override
  public SequenceType getResultType(SequenceType[] arguments) {
    return SequenceType.ANY_SEQUENCE;
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
        var root = (TinyNodeImpl) arguments[0].head();
        String name = arguments[1].head().getStringValue();
        Map<String, GroundedValue> known = known(root.getTree(), context.getController().getExecutable());
        GroundedValue value = known.get(name);
        if (value == null) {
          var function = (FunctionItem) arguments[2].head();
          // Two threads may work it out both; the values are alike.
          value = SystemFunction.dynamicCall(function, context, root).materialize();
          known.put(name, value);
        }
        return value;
      }
    };
  }

  /** What one stylesheet worked out: others may know something else by the same name. */
  private record Values(Executable of, Map<String, GroundedValue> byName) {}

  private static Map<String, GroundedValue> known(TinyTree tree, Executable stylesheet) {
    synchronized (tree) {
      var known = (Values) tree.getUserData(ALL);
      if (known == null || known.of() != stylesheet) {
        known = new Values(stylesheet, new ConcurrentHashMap<>());
        tree.setUserData(ALL, known);
      }
      return known.byName();
    }
  }
}

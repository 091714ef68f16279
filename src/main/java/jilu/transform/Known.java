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
import net.sf.saxon.om.NodeInfo;
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
        return values(root.getTree(), context.getController().getExecutable())
            .computeIfAbsent(name, n -> new Value())
            .of(root, (FunctionItem) arguments[2].head(), context);
      }
    };
  }

  /** Of several threads that ask for it, one works it out. */
  private static final class Value {
    private volatile GroundedValue known;

    GroundedValue of(NodeInfo root, FunctionItem function, XPathContext context) throws XPathException {
      return known != null ? known : workedOut(root, function, context);
    }

    private synchronized GroundedValue workedOut(NodeInfo root, FunctionItem function, XPathContext context)
        throws XPathException {
      if (known == null) {
        known = SystemFunction.dynamicCall(function, context, root).materialize();
      }
      return known;
    }
  }

  /** What one stylesheet worked out: others may know something else by the same name. */
  private record Values(Executable of, Map<String, Value> byName) {}

  private static Map<String, Value> values(TinyTree tree, Executable stylesheet) {
    synchronized (tree) {
      var values = (Values) tree.getUserData(ALL);
      if (values == null || values.of() != stylesheet) {
        values = new Values(stylesheet, new ConcurrentHashMap<>());
        tree.setUserData(ALL, values);
      }
      return values.byName();
    }
  }
}

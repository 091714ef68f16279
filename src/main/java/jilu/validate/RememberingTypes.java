package jilu.validate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.xerces.impl.dv.InvalidDatatypeValueException;
import org.apache.xerces.impl.dv.ValidatedInfo;
import org.apache.xerces.impl.dv.ValidationContext;
import org.apache.xerces.impl.dv.XSSimpleType;
import org.apache.xerces.impl.dv.xs.SchemaDVFactoryImpl;
import org.apache.xerces.impl.dv.xs.XSSimpleTypeDecl;
import org.apache.xerces.impl.validation.ValidationState;
import org.apache.xerces.xs.XSConstants;
import org.apache.xerces.xs.XSObjectList;
import org.apache.xerces.xs.XSSimpleTypeDefinition;

/**
 * Makes the simple types of a schema for Xerces, which remember what they said of a value: files repeat themselves, and
 * each member of a union that does not allow a value says so by an exception, whose trace takes longer than all else.
 */
final class RememberingTypes extends SchemaDVFactoryImpl {
  /** The values that one type remembers; the next one begins anew. */
  private static final int MOST = 4000;

  /** Longer ones, in characters, are seldom said twice. */
  private static final int LONGEST = 200;

  @Override
  public XSSimpleType createTypeRestriction(
      String name, String namespace, short closed, XSSimpleType base, XSObjectList annotations) {
    return new Remembering().restriction(name, namespace, closed, (XSSimpleTypeDecl) base, annotations);
  }

  @Override
  public XSSimpleType createTypeUnion(
      String name, String namespace, short closed, XSSimpleType[] members, XSObjectList annotations) {
    var all = new XSSimpleTypeDecl[members.length];
    System.arraycopy(members, 0, all, 0, members.length);
    return new Remembering().union(name, namespace, closed, all, annotations);
  }

  /**
   * Where a thread notes why values are refused, so that nothing need be thrown; nowhere: it is thrown, as Xerces wants
   * it.
   */
  static final class Notes {
    private static final ThreadLocal<Notes> OF_THREAD = ThreadLocal.withInitial(Notes::new);

    private List<String> keys;

    static Notes ofThread() {
      return OF_THREAD.get();
    }

    /** @param refusals gets what Xerces reports of the value of an attribute: two keys; null: nothing is noted */
    void to(List<String> refusals) {
      keys = refusals;
    }
  }

  /** Whether a type allows a value. */
  static boolean allows(XSSimpleType type, String value) {
    if (type instanceof Remembering remembering && !remembering.depends) {
      return remembering.said(value, new ValidationState()).refusal().isEmpty();
    }
    try {
      type.validate(value, new ValidationState(), new ValidatedInfo());
      return true;
    } catch (InvalidDatatypeValueException refusal) {
      return false;
    }
  }

  /** What was said of a value: what it stands for, or why it is not allowed. */
  private record Said(ValidatedInfo value, Optional<Refused> refusal) {}

  /** An exception without the trace that it would keep. */
  private record Refused(String key, Object[] arguments) {
    InvalidDatatypeValueException thrown() {
      return new InvalidDatatypeValueException(key, arguments);
    }
  }

  private static final class Remembering extends XSSimpleTypeDecl {
    private final Map<String, Said> said = new ConcurrentHashMap<>();

    /** Whether the same value may be allowed in one place and refused in another. */
    private boolean depends;

    XSSimpleType restriction(
        String name, String namespace, short closed, XSSimpleTypeDecl base, XSObjectList annotations) {
      setRestrictionValues(base, name, namespace, closed, annotations);
      depends = depends(this);
      return this;
    }

    XSSimpleType union(
        String name, String namespace, short closed, XSSimpleTypeDecl[] members, XSObjectList annotations) {
      setUnionValues(name, namespace, closed, members, annotations);
      depends = depends(this);
      return this;
    }

    /** Ids and what points to them, entities, and names with a prefix. */
    private static boolean depends(XSSimpleTypeDefinition type) {
      switch (type.getVariety()) {
        case VARIETY_LIST -> {
          return depends(type.getItemType());
        }
        case VARIETY_UNION -> {
          XSObjectList members = type.getMemberTypes();
          boolean any = false;
          for (int i = 0; i < members.getLength(); i++) {
            any |= depends((XSSimpleTypeDefinition) members.item(i));
          }
          return any;
        }
        default -> {
          return switch (type.getBuiltInKind()) {
            case XSConstants.ID_DT, XSConstants.IDREF_DT, XSConstants.ENTITY_DT, XSConstants.QNAME_DT,
                XSConstants.NOTATION_DT -> true;
            default -> false;
          };
        }
      }
    }

    @Override
    public Object validate(String value, ValidationContext context, ValidatedInfo info)
        throws InvalidDatatypeValueException {
      if (depends || info == null) {
        return super.validate(value, context, info);
      }
      Said known = said(value, context);
      if (known.refusal().isPresent()) {
        Refused refusal = known.refusal().get();
        List<String> notes = Notes.ofThread().keys;
        if (notes == null) {
          throw refusal.thrown();
        }
        // Xerces goes on as if it were allowed.
        notes.add(refusal.key());
        notes.add("cvc-attribute.3");
      }
      info.copyFrom(known.value());
      return info.actualValue;
    }

    private Said said(String value, ValidationContext context) {
      Said known = said.get(value);
      if (known == null) {
        known = say(value, context);
        if (value.length() > LONGEST) {
          return known;
        }
        if (said.size() >= MOST) {
          said.clear();
        }
        said.put(value, known);
      }
      return known;
    }

    private Said say(String value, ValidationContext context) {
      var info = new ValidatedInfo();
      try {
        super.validate(value, context, info);
        return new Said(info, Optional.empty());
      } catch (InvalidDatatypeValueException refusal) {
        return new Said(info, Optional.of(new Refused(refusal.getKey(), refusal.getArgs())));
      }
    }
  }
}

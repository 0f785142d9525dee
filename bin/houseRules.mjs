// What oxlint cannot say in its settings: constructs that this code does without, and why.

const HOUSE = {
  TSEnumDeclaration:
    "Write a union of string literals ('draft' | 'in_review') instead of an enum: it needs no code at run time and reads the same in JSON and in MongoDB.",
  ExportAllDeclaration:
    'Import each thing from the file that defines it. A barrel (export * from) hides who depends on whom and pulls in code that nobody asked for.',
  ':matches(ClassDeclaration, ClassExpression):not([superClass.name=/Error$/])':
    'Write functions over plain data. Only errors are classes here, because instanceof is how they are told apart.',
};

const NO_CLOCK =
  'The domain has no clock: take now as a parameter, so that every rule about time can be tested at any instant.';
const PURE = {
  "NewExpression[callee.name='Date'][arguments.length=0]": NO_CLOCK,
  "CallExpression[callee.object.name='Date'][callee.property.name='now']": NO_CLOCK,
  "CallExpression[callee.object.name='performance']": NO_CLOCK,
  "MemberExpression[object.name='Temporal'][property.name='Now']": NO_CLOCK,
  "CallExpression[callee.object.name='Math'][callee.property.name='random']":
    'The domain has no chance: the same input must always give the same decision.',
};

/** A rule that refuses each construct (an ESLint selector) with the sentence that teaches. */
const without = (constructs) => ({
  create: (context) =>
    Object.fromEntries(
      Object.entries(constructs).map(([selector, message]) => [
        selector,
        (node) => context.report({ node, message }),
      ]),
    ),
});

export default {
  meta: { name: 'house' },
  rules: { syntax: without(HOUSE), pure: without(PURE) },
};

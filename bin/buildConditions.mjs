// Import hooks that ask packages for the build they export for this NODE_ENV. Without them dozens of
// Lexical's modules, which import each other, choose it by a top-level await, and on Node 20 about
// every fifth start waited for that for ever.
let condition;

export function initialize(data) {
  condition = data;
}

export function resolve(specifier, context, next) {
  return next(specifier, { ...context, conditions: [...context.conditions, condition] });
}

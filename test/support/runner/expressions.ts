import { data, Evaluator, Lexer, Parser } from '@actions/expressions';

/** What `${{ }}` may read: github, env, steps, needs, matrix, vars, secrets. Plain data. */
export type Contexts = Readonly<Record<string, unknown>>;

/** How the job stands, for `success()` and its kind. */
export type Standing = 'success' | 'failure' | 'cancelled';

const statusFunctions: Readonly<Record<string, (standing: Standing) => boolean>> = {
  always: () => true,
  success: (standing) => standing === 'success',
  failure: (standing) => standing === 'failure',
  cancelled: (standing) => standing === 'cancelled',
};

/** Fills in every `${{ }}` of a text, by GitHub's own evaluator. */
export function evaluateText(text: string, contexts: Contexts): string {
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_, expression: string) =>
    evaluate(expression, { contexts }).coerceString(),
  );
}

/** Whether an `if:` holds. Without a status function in it, it holds only while nothing has failed. */
export function evaluateCondition(
  condition: string,
  { contexts, standing }: { contexts: Contexts; standing: Standing },
) {
  const expression = condition.replace(/^\s*\$\{\{(.*)\}\}\s*$/s, '$1');
  const namesStatus = Object.keys(statusFunctions).some((name) => new RegExp(`\\b${name}\\s*\\(`).test(expression));
  const whole = namesStatus ? expression : `success() && (${expression})`;
  const result = evaluate(whole, { contexts, standing });
  return !['', 'false', '0'].includes(result.coerceString());
}

function evaluate(expression: string, { contexts, standing }: { contexts: Contexts; standing?: Standing }) {
  const functions = Object.entries(statusFunctions).map(([name, holds]) => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(standing !== undefined && holds(standing)),
  }));
  // The reviver is made to give this type for an object.
  const context = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary;
  const { tokens } = new Lexer(expression).lex();
  const tree = new Parser(tokens, Object.keys(contexts), functions).parse();
  return new Evaluator(tree, context, new Map(functions.map((definition) => [definition.name, definition]))).evaluate();
}

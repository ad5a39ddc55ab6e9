type Program = hbs.AST.Program;
type Statement = hbs.AST.Statement;

/**
 * A template with each partial that takes no arguments written out in its place, which means the same: it has the same
 * context. To call a partial costs more than most of them do, and a list of eighty rows has a thousand.
 */
export function inlinePartials(program: Program, find: (name: string) => Program | undefined): Program {
  return { ...program, body: program.body.flatMap((statement) => inline(statement, find)) };
}

function inline(statement: Statement, find: (name: string) => Program | undefined): readonly Statement[] {
  if (isPartial(statement)) {
    const partial = isBare(statement) ? find(statement.name.original) : undefined;
    return partial ? inlinePartials(partial, find).body : [statement];
  }
  if (isPartialBlock(statement)) {
    const block: hbs.AST.PartialBlockStatement = {
      ...statement,
      program: inlinePartials(statement.program, find),
    };
    return [block];
  }
  if (!isBlock(statement)) return [statement];
  const { program, inverse } = statement;
  const block: hbs.AST.BlockStatement = {
    ...statement,
    program: program && inlinePartials(program, find),
    inverse: inverse && inlinePartials(inverse, find),
  };
  return [block];
}

type BarePartial = hbs.AST.PartialStatement & { readonly name: hbs.AST.PathExpression };

const isPartial = (statement: Statement): statement is hbs.AST.PartialStatement =>
  statement.type === 'PartialStatement';

const isBare = (statement: hbs.AST.PartialStatement): statement is BarePartial =>
  statement.params.length === 0 && !statement.hash && statement.name.type === 'PathExpression';

const isPartialBlock = (statement: Statement): statement is hbs.AST.PartialBlockStatement =>
  statement.type === 'PartialBlockStatement';

const isBlock = (statement: Statement): statement is hbs.AST.BlockStatement =>
  statement.type === 'BlockStatement';

/** SQL's LIKE as a regular expression: `%` any text, `_` any character, `\` takes the next one literally. */
export function compileLike(pattern: string, options: { readonly ignoreCase: boolean }): RegExp {
  let source = '';
  for (let position = 0; position < pattern.length; position++) {
    const character = pattern.charAt(position);
    if (character === '%') source += '.*';
    else if (character === '_') source += '.';
    else if (character === '\\') source += escapeCharacter(pattern.charAt(++position));
    else source += escapeCharacter(character);
  }
  return new RegExp(`^${source}$`, options.ignoreCase ? 'isu' : 'su');
}

const escapeCharacter = (character: string) => character.replace(/[\\^$.*+?()[\]{}|/]/u, '\\$&');

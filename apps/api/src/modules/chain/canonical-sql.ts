/** A member of a canonical form written in SQL: text in quotes, or a bare literal (number, true, false, null). */
export type SqlMember = { text: string } | { bare: string } | SqlMembers;
export interface SqlMembers {
  [key: string]: SqlMember;
}

/**
 * The SQL expression of `canonicalJson`, for values that are made inside a statement. Only for text that needs no
 * escaping: ids, hashes, instants, words of ours. A member that is NULL makes the whole NULL, so leave nothing optional.
 */
export function canonicalSql(members: SqlMembers): string {
  return joined(pieces(members));
}

/** `contentHash` of a canonical form made inside a statement. */
export function contentHashSql(members: SqlMembers): string {
  return `encode(sha256(convert_to(${canonicalSql(members)}, 'UTF8')), 'hex')`;
}

interface Piece {
  literal?: string;
  expression?: string;
}

function pieces(members: SqlMembers): Piece[] {
  const inner = Object.keys(members)
    .sort()
    .flatMap((key, place): Piece[] => [
      { literal: `${place === 0 ? '' : ','}${JSON.stringify(key)}:` },
      ...memberPieces(members[key]!),
    ]);
  return [{ literal: '{' }, ...inner, { literal: '}' }];
}

function memberPieces(member: SqlMember): Piece[] {
  if ('text' in member && typeof member.text === 'string') {
    return [{ literal: '"' }, { expression: member.text }, { literal: '"' }];
  }
  if ('bare' in member && typeof member.bare === 'string') return [{ expression: member.bare }];
  return pieces(member as SqlMembers);
}

/** Neighbouring literals become one, so that the statement stays short. */
function joined(all: Piece[]): string {
  const merged: string[] = [];
  let literal = '';
  for (const piece of all) {
    if (piece.literal !== undefined) literal += piece.literal;
    else {
      if (literal) merged.push(`'${literal}'`);
      merged.push(`(${piece.expression})::text`);
      literal = '';
    }
  }
  if (literal) merged.push(`'${literal}'`);
  return merged.join(' || ');
}

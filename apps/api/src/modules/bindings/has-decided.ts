/**
 * SQL condition: under this binding its person voted, signed or gave a letter, so who that was must stay known.
 * @param binding the alias under which the query knows `bindings`
 */
export const hasDecided = (binding: string): string => {
  const byItsPerson = (table: string, who: string) =>
    `EXISTS (SELECT FROM ${table} x WHERE x.household_id = ${binding}.household_id AND x.${who} = ${binding}.account_id)`;
  const ways = [
    byItsPerson('ballots', 'recorded_by'),
    byItsPerson('consent_forms', 'signed_by'),
    byItsPerson('proxy_authorisations', 'given_by'),
  ];
  return `(${ways.join(' OR ')})`;
};

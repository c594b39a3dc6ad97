/** Where one kind of sealed value lives. */
export interface SealedColumn {
  table: string;
  /** A bytea column; its name ends in `_sealed`. */
  column: string;
  /** The uuid column that names the row: a value opens only in the row it was sealed for. */
  rowId: string;
}

/**
 * Every sealed column of the database. Sealing, opening and `rotate-keys --data` go by this list, and an architecture
 * spec compares it with the schema: a new sealed column is one line here and its migration. Rows are sealed anew in
 * place, so such a column cannot stand in an append-only table.
 */
export const SEALED_COLUMNS = {
  'accounts.phone': { table: 'accounts', column: 'phone_sealed', rowId: 'id' },
  'owners.phone': { table: 'owners', column: 'phone_sealed', rowId: 'id' },
  'public_housing_tenants.phone': { table: 'public_housing_tenants', column: 'phone_sealed', rowId: 'household_id' },
  'roll_imports.preview': { table: 'roll_imports', column: 'preview_sealed', rowId: 'id' },
  'roll_imports.parsed_rows': { table: 'roll_imports', column: 'parsed_rows_sealed', rowId: 'id' },
  'staff_totp.secret': { table: 'staff_totp', column: 'secret_sealed', rowId: 'id' },
  'binding_evidence.document_number': { table: 'binding_evidence', column: 'document_number_sealed', rowId: 'id' },
  'title_transfers.document_number': { table: 'title_transfers', column: 'document_number_sealed', rowId: 'id' },
  'proxy_authorisations.proxy_phone': { table: 'proxy_authorisations', column: 'proxy_phone_sealed', rowId: 'id' },
  'proxy_authorisations.document_number': {
    table: 'proxy_authorisations',
    column: 'document_number_sealed',
    rowId: 'id',
  },
  'weapp_identities.openid': { table: 'weapp_identities', column: 'openid_sealed', rowId: 'id' },
} as const satisfies Record<string, SealedColumn>;

/** A sealed column by the name of what it holds. */
export type SealedColumnName = keyof typeof SEALED_COLUMNS;

import { phoneMasked } from '../../platform/privacy';
import type { Vault } from '../../platform/vault';
import type { RollRowDto } from './dto/roll.dto';
import type { RollQueryRow } from './roll.repository';

/** A household for the office: names in full, telephones masked. */
export function presentRollRow(row: RollQueryRow, vault: Vault): RollRowDto {
  const { householdId, tenant } = row;
  return {
    householdId,
    roomNo: row.roomNo,
    floor: row.floor,
    areaDm2: row.areaDm2,
    areaSource: row.areaSource,
    tenure: row.tenure,
    isLet: row.isLet,
    owners: row.owners.map(({ id, name, kind, phoneSealed }) => ({
      id,
      name,
      kind: kind as RollRowDto['owners'][number]['kind'],
      phoneMasked: phoneMasked(vault.openPhone('owners.phone', id, bytesOf(phoneSealed))),
    })),
    tenant: tenant && {
      name: tenant.name,
      phoneMasked: phoneMasked(
        vault.openPhone('public_housing_tenants.phone', householdId, bytesOf(tenant.phoneSealed)),
      ),
    },
    remark: row.remark,
    slipIssuedAt: row.slipIssuedAt?.toISOString() ?? null,
  };
}

const bytesOf = (base64: string | null): Buffer | null => (base64 === null ? null : Buffer.from(base64, 'base64'));

import { phoneMasked } from '../../platform/privacy';
import type { RollRowDto } from './dto/roll.dto';
import type { RollQueryRow } from './roll.repository';

/** A household for the office: names in full, telephones masked. */
export function presentRollRow(row: RollQueryRow): RollRowDto {
  return {
    householdId: row.householdId,
    roomNo: row.roomNo,
    floor: row.floor,
    areaDm2: row.areaDm2,
    areaSource: row.areaSource,
    tenure: row.tenure,
    isLet: row.isLet,
    owners: row.owners.map(({ id, name, kind, phone }) => ({
      id,
      name,
      kind: kind as RollRowDto['owners'][number]['kind'],
      phoneMasked: phoneMasked(phone),
    })),
    tenant: row.tenant && { name: row.tenant.name, phoneMasked: phoneMasked(row.tenant.phone) },
    remark: row.remark,
    slipIssuedAt: row.slipIssuedAt?.toISOString() ?? null,
  };
}

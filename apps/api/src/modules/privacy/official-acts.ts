/**
 * Columns that name an account and are neither exported nor erased, each with the reason. They tell who of the office
 * did something in office: the audit lines about that person, which are exported, tell the same.
 */
const OFFICIAL_ACT = 'an official act; the audit lines about the person tell it';

export const OFFICIAL_ACTS: Readonly<Record<string, string>> = {
  'case_settlements.settled_by': OFFICIAL_ACT,
  'consultation_rounds.created_by': OFFICIAL_ACT,
  'disputes.opened_by': OFFICIAL_ACT,
  'disputes.settled_by': OFFICIAL_ACT,
  'remits.granted_by': OFFICIAL_ACT,
  'remits.revoked_by': OFFICIAL_ACT,
  'reviews.reviewed_by': OFFICIAL_ACT,
  'roll_imports.imported_by': OFFICIAL_ACT,
  'slips.issued_by': OFFICIAL_ACT,
  'title_transfers.recorded_by': OFFICIAL_ACT,
  'volunteer_assignments.assigned_by': OFFICIAL_ACT,
};

/** The volunteers' pages, a subpackage: residents never download it. Paths relative to `src/volunteer`. */
export const volunteerPages: string[] = ['stairwells/index', 'doors/index', 'ballot/index', 'ledger/index'];

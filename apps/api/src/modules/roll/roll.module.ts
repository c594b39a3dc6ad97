import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts';
import { CorrectHousehold } from './correct-household';
import { CommitRollImport } from './import/commit-roll-import';
import { PreviewRollImport } from './import/preview-roll-import';
import { RollImportsController } from './import/roll-imports.controller';
import { IssueSlips } from './issue-slips';
import { ManageVolunteers } from './manage-volunteers';
import { MergeOwners } from './merge-owners';
import { PhonesController } from './phones/phones.controller';
import { UnmaskPhone } from './phones/unmask-phone';
import { ROLL_RECORDS } from './personal-records';
import { ReadRoll } from './read-roll';
import { RollAccess } from './roll.access';
import { RollDirectory } from './roll-directory';
import { RollController } from './roll.controller';
import { Slips } from './slips';
import { VolunteerAccess } from './volunteer-access';

/** The roll (名册): who owns which door, read from the office's Excel; slips; and who may visit where. */
@Module({
  imports: [AccountsModule],
  controllers: [RollController, PhonesController, RollImportsController],
  providers: [
    PreviewRollImport,
    CommitRollImport,
    CorrectHousehold,
    MergeOwners,
    IssueSlips,
    ManageVolunteers,
    ReadRoll,
    RollAccess,
    RollDirectory,
    Slips,
    UnmaskPhone,
    VolunteerAccess,
    ...ROLL_RECORDS,
  ],
  exports: [
    RollAccess,
    RollDirectory,
    Slips,
    VolunteerAccess,
    PreviewRollImport,
    CommitRollImport,
    IssueSlips,
    ManageVolunteers,
  ],
})
export class RollModule {}

import { Body, Controller, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, OFFICE_READERS, type Actor } from '../../platform/access';
import { Returns } from '../../platform/openapi';
import { Transactions } from '../../platform/transaction';
import { IdParam } from '../../platform/validation';
import { CorrectHousehold } from './correct-household';
import {
  CorrectHouseholdInput,
  EstatesPageDto,
  EstateSummaryDto,
  HouseholdOnRollDto,
  ListEstatesQuery,
  MergedOwnerDto,
  MergeOwnersInput,
  RollRowDto,
} from './dto/roll.dto';
import { IssuedSlipDto, IssueSlipsInput } from './dto/slip.dto';
import { AssignStairwellsInput, SaveVolunteerInput, VolunteerDto } from './dto/volunteer.dto';
import { IssueSlips } from './issue-slips';
import { ManageVolunteers } from './manage-volunteers';
import { MergeOwners } from './merge-owners';
import { ReadRoll } from './read-roll';

@ApiTags('roll')
@Access('officer')
@Controller()
export class RollController {
  constructor(
    private readonly transactions: Transactions,
    private readonly roll: ReadRoll,
    private readonly correct: CorrectHousehold,
    private readonly merge: MergeOwners,
    private readonly slips: IssueSlips,
    private readonly volunteers: ManageVolunteers,
  ) {}

  /** The estates of one's remit with their counts, by town, neighbourhood and name, page by page. */
  @Access(...OFFICE_READERS)
  @Returns(200, EstatesPageDto)
  @Get('estates')
  listEstates(@CurrentActor() actor: Actor, @Query() query: ListEstatesQuery): Promise<EstatesPageDto> {
    return this.transactions.read((tx) => this.roll.estates(tx, actor, query));
  }

  /** One estate of one's remit with its counts. 404 not_found. */
  @Access(...OFFICE_READERS)
  @Returns(200, EstateSummaryDto)
  @Get('estates/:id')
  readEstate(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<EstateSummaryDto> {
    return this.transactions.read((tx) => this.roll.estate(tx, actor, id));
  }

  /** The roll of one stairwell, from the ground up. 404 stairwell_unknown. */
  @Access(...OFFICE_READERS)
  @Returns(200, [RollRowDto])
  @Get('stairwells/:id/households')
  listRollOfStairwell(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<RollRowDto[]> {
    return this.transactions.read((tx) => this.roll.ofStairwell(tx, actor, id));
  }

  /** One household of the roll and where it is. 404 roll_household_unknown. */
  @Access(...OFFICE_READERS)
  @Returns(200, HouseholdOnRollDto)
  @Get('households/:id')
  readHousehold(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<HouseholdOnRollDto> {
    return this.transactions.read((tx) => this.roll.household(tx, actor, id));
  }

  /** Fills or corrects an area, its source, or the remark. 404 roll_household_unknown, 422 area_without_source. */
  @Returns(200, RollRowDto)
  @Patch('households/:id')
  correctHousehold(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() input: CorrectHouseholdInput,
  ): Promise<RollRowDto> {
    return this.correct.execute(actor, id, input);
  }

  /** Two owners are one person: their doors become one head. 404 owner_unknown, 422 owners_not_mergeable. */
  @Returns(200, MergedOwnerDto)
  @Post('owners/:id/merge')
  mergeOwners(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() input: MergeOwnersInput,
  ): Promise<MergedOwnerDto> {
    return this.merge.execute(actor, id, input);
  }

  /** Makes out slips; the PINs are shown this once and void earlier ones. 404 stairwell_unknown, roll_household_unknown. */
  @Returns(201, [IssuedSlipDto])
  @Post('stairwells/:id/slips')
  issueSlips(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() input: IssueSlipsInput,
  ): Promise<IssuedSlipDto[]> {
    return this.slips.execute(actor, id, input.householdIds);
  }

  /** Makes someone a volunteer. 409 phone_of_officer. */
  @Returns(201, VolunteerDto)
  @Post('volunteers')
  saveVolunteer(@CurrentActor() actor: Actor, @Body() input: SaveVolunteerInput): Promise<VolunteerDto> {
    return this.volunteers.save(actor, input);
  }

  /** Replaces the stairwells a volunteer visits within one's remit. 404 volunteer_unknown, stairwell_unknown; 422 assignment_in_the_past. */
  @Returns(200, VolunteerDto)
  @Put('volunteers/:id/assignments')
  assignStairwells(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() input: AssignStairwellsInput,
  ): Promise<VolunteerDto> {
    return this.volunteers.assign(actor, id, input);
  }
}

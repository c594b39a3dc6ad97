import { Controller, Get, Header, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor, OFFICE_READERS, type Actor } from '../../platform/access';
import { Returns } from '../../platform/openapi';
import { Transactions } from '../../platform/transaction';
import { CodeParam, IdParam } from '../../platform/validation';
import { OfficeTodayDto, StairwellSummaryDto } from './dto/office.dto';
import { ListProjectsQuery, ProjectsPageDto } from './dto/project.dto';
import { PublicStairwellDto } from './dto/public-stairwell.dto';
import { ListProjects } from './list-projects';
import { OfficeOverview } from './office-overview';
import { PublicPages } from './public-pages';

/** For what is kept ready as text. */
const JSON_TYPE = 'application/json; charset=utf-8';

@ApiTags('projects')
@Controller()
export class ProjectsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly pages: PublicPages,
    private readonly overview: OfficeOverview,
    private readonly projects: ListProjects,
  ) {}

  /** The page behind the poster's link, for anyone. Carries an ETag; 304 when nothing changed. 404 for an unknown code. */
  @Access('public')
  @Returns(200, PublicStairwellDto)
  @ApiHeader({ name: 'If-None-Match', required: false })
  @Get('public/stairwells/:code')
  async readPublicStairwell(
    @Param('code', CodeParam) code: string,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const { etag, body } = await this.pages.read(code, known);
    void reply.header('etag', etag).header('cache-control', 'no-cache');
    if (body === null) void reply.status(304);
    else void reply.type(JSON_TYPE);
    return body ?? undefined;
  }

  /**
   * The stairwells of one's remit with their stage and turnout, by place, page by page. A contractor's are those it
   * builds in.
   */
  @Access(...OFFICE_READERS, 'committee', 'contractor')
  @Returns(200, ProjectsPageDto)
  @Get('projects')
  @Header('content-type', JSON_TYPE)
  listProjects(@CurrentActor() actor: Actor, @Query() query: ListProjectsQuery): Promise<string> {
    return this.projects.execute(actor, query);
  }

  /** Every stairwell of an estate with its round, in natural order. 404 for an estate outside one's remit. */
  @Access(...OFFICE_READERS)
  @Returns(200, [StairwellSummaryDto])
  @Get('estates/:id/stairwells')
  listStairwellsOfEstate(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
  ): Promise<StairwellSummaryDto[]> {
    return this.transactions.read((tx) => this.overview.stairwells(tx, actor, id));
  }

  /** What the office owes today, within one's remit. */
  @Access(...OFFICE_READERS)
  @Returns(200, OfficeTodayDto)
  @Get('office/today')
  readOfficeToday(@CurrentActor() actor: Actor): Promise<OfficeTodayDto> {
    return this.transactions.read((tx) => this.overview.today(tx, actor));
  }
}

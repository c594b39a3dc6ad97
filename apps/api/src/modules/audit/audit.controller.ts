import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '../../platform/access';
import { Returns } from '../../platform/openapi';
import { Transactions } from '../../platform/transaction';
import { AuditPageDto, ListAuditEventsQuery } from './dto/audit-event.dto';
import { ReadAuditEvents } from './read-audit-events';

@ApiTags('audit')
@Controller('audit-events')
export class AuditController {
  constructor(
    private readonly transactions: Transactions,
    private readonly events: ReadAuditEvents,
  ) {}

  /**
   * The audit log, newest first: an officer reads their own estates and steps, the operator what is about security, an
   * auditor everything.
   */
  @Access('officer', 'auditor', 'operator')
  @Returns(200, AuditPageDto)
  @Get()
  listAuditEvents(@CurrentActor() actor: Actor, @Query() query: ListAuditEventsQuery): Promise<AuditPageDto> {
    return this.transactions.read((tx) => this.events.execute(tx, actor, query));
  }
}

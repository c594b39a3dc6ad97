import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, OFFICE_READERS, type Actor } from '../../platform/access';
import { Returns } from '../../platform/openapi';
import { Transactions } from '../../platform/transaction';
import { IdParam } from '../../platform/validation';
import {
  EndBindingInput,
  ListBindingsQuery,
  OfficeBindingDto,
  OfficeBindingsDto,
  SetBindingExpiryInput,
} from './dto/office-binding.dto';
import { EndBinding } from './end-binding';
import { OfficeBindings } from './office-bindings';
import { SetBindingExpiry } from './set-binding-expiry';

/** Who belongs where, as the office keeps it. */
@ApiTags('bindings')
@Controller('bindings')
export class OfficeBindingsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly office: OfficeBindings,
    private readonly ending: EndBinding,
    private readonly expiry: SetBindingExpiry,
  ) {}

  /** Bindings within the reader's remit, newest first, in pages of 50 unless said. */
  @Access(...OFFICE_READERS)
  @Returns(200, OfficeBindingsDto)
  @Get()
  listBindings(@CurrentActor() actor: Actor, @Query() query: ListBindingsQuery): Promise<OfficeBindingsDto> {
    return this.transactions.read((tx) => this.office.page(tx, actor, query));
  }

  /** Ends someone's binding, for a reason; a slip it came by is void. 404 binding_unknown, 409 binding_over. */
  @Access('officer')
  @Returns(200, OfficeBindingDto)
  @Post(':id/end')
  endBinding(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() input: EndBindingInput,
  ): Promise<OfficeBindingDto> {
    return this.ending.byOffice(actor, id, input.reason);
  }

  /** Says until when a binding holds. 404 binding_unknown, 409 binding_over, 422 expiry_in_the_past. */
  @Access('officer')
  @Returns(200, OfficeBindingDto)
  @Put(':id/expiry')
  setBindingExpiry(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() input: SetBindingExpiryInput,
  ): Promise<OfficeBindingDto> {
    return this.expiry.execute(actor, id, input.expiresOn);
  }
}

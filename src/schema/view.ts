export interface ViewDeclaration {
  readonly id: string;
  /** The model shown; a page of the website or portal has none. */
  readonly model?: string;
  readonly type: 'list' | 'form' | 'kanban' | 'search' | 'qweb';
  /** External id of the view that this one changes. */
  readonly inherits?: string;
  /** Odoo's own view XML. */
  readonly arch: string;
  readonly priority?: number;
}

export interface ActionDeclaration {
  readonly id: string;
  readonly label: string;
  readonly model: string;
  readonly views: readonly ('list' | 'form' | 'kanban')[];
  readonly search?: string;
  readonly domain?: string;
  readonly context?: string;
  /** HTML shown where there are no records yet. */
  readonly help?: string;
}

export interface MenuDeclaration {
  readonly id: string;
  readonly label: string;
  readonly parent?: string;
  readonly action?: string;
  readonly sequence: number;
  readonly groups?: readonly string[];
  /** SVG source, for a top-level menu. */
  readonly icon?: string;
}

export const defineView = (view: ViewDeclaration): ViewDeclaration => view;
export const defineAction = (action: ActionDeclaration): ActionDeclaration => action;
export const defineMenu = (menu: MenuDeclaration): MenuDeclaration => menu;

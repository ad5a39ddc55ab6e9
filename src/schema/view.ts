type Screen = 'list' | 'form' | 'kanban' | 'calendar' | 'graph' | 'pivot' | 'activity';

export interface ViewDeclaration {
  readonly id: string;
  /** The model shown; a page of the website or portal has none. */
  readonly model?: string;
  readonly type: Screen | 'search' | 'qweb';
  /** External id of the view that this one changes. */
  readonly inherits?: string;
  /** Odoo's own view XML. */
  readonly arch: string;
  readonly priority?: number;
  /** Who gets the view; everybody where absent. */
  readonly groups?: readonly string[];
}

export interface ActionDeclaration {
  readonly id: string;
  readonly label: string;
  readonly model: string;
  readonly views: readonly Screen[];
  /** The view to open with, where the model has several of a type. */
  readonly view?: string;
  readonly search?: string;
  readonly domain?: string;
  readonly context?: string;
  /** HTML shown where there are no records yet. */
  readonly help?: string;
  /** The end of its address: `/odoo/support-tickets`; no other action of this Odoo may have it. */
  readonly path?: string;
  /** In the page, or in a dialog (`new`). */
  readonly target?: 'current' | 'new' | 'fullscreen' | 'main';
  /** Records on a page of a list. */
  readonly limit?: number;
  readonly groups?: readonly string[];
  /** The model in whose Action menu it stands. */
  readonly menuOf?: string;
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

package planted.finding;

import planted.web.Page;

public record PageUser(Page page) {}

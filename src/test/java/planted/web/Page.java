package planted.web;

import planted.finding.PageUser;

public record Page(PageUser user) {}

package planted.edi;

import org.springframework.util.LinkedMultiValueMap;

class SpringUser {
    final LinkedMultiValueMap<String, String> values = new LinkedMultiValueMap<>();
}

package relais.web;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import relais.ledger.ProofFile;

/** The proof of any entry as a file, for operators. */
@Controller
class ProofDownload {

    private final ProofView proofs;

    ProofDownload(ProofView proofs) {
        this.proofs = proofs;
    }

    @GetMapping("/ledger/entries/{seq}/proof")
    ResponseEntity<String> proof(Viewer viewer, @PathVariable long seq) {
        var json = proofs.entry(seq)
                .filter(proof -> viewer.isOperator())
                .map(ProofFile::toJson)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "the ledger has no entry " + seq));
        var file = ContentDisposition.attachment()
                .filename("entry-" + seq + ".json")
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(json);
    }
}
